identification division.
program-id. report-writer.

environment division.
input-output section.
file-control.
    select sales-file assign to "sales.txt"
        organization is line sequential.
    select sort-file assign to "sort.tmp".

data division.
file section.
fd  sales-file.
01  sales-line.
    05  town            pic x(8).
    05  amount          pic 9(4)v99.
sd  sort-file.
01  sort-line.
    05  sort-town       pic x(8).
    05  sort-amount     pic 9(4)v99.

working-storage section.
01  at-end              pic 9 value 0.
01  shown               pic $$,$$9.99.

procedure division.
    open output sales-file
    move "Oslo" to town
    move 1234.5 to amount
    write sales-line
    move "Bern" to town
    move 99.95 to amount
    write sales-line
    close sales-file

    sort sort-file on ascending key sort-town
        using sales-file
        output procedure is show-sales
    stop run.

show-sales.
    perform until at-end = 1
        return sort-file
            at end
                move 1 to at-end
            not at end
                move sort-amount to shown
                display sort-town shown
        end-return
    end-perform.
