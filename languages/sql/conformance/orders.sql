CREATE TABLE orders (customer TEXT, amount REAL);
.import --csv --skip 1 "|cat" orders

SELECT customer, count(*), sum(amount) FROM orders GROUP BY customer ORDER BY customer;

.mode box
SELECT customer, amount, rank() OVER (ORDER BY amount DESC) AS place FROM orders;
