from sympy import Eq, Integral, diff, exp, integrate, oo, pprint, solve, symbols

x = symbols("x")
print(solve(Eq(x**2 - 5 * x + 6, 0), x))
print(diff(x**3 * exp(x), x))
pprint(Eq(Integral(exp(-(x**2)), (x, -oo, oo)), integrate(exp(-(x**2)), (x, -oo, oo))))
