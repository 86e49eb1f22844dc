        global  main
        extern  puts, usleep

        section .data
first:  db      "first", 0
second: db      "second", 0

        section .text
main:   push    rbx
        lea     rdi, [rel first]
        call    puts
        mov     edi, 500000
        call    usleep
        lea     rdi, [rel second]
        call    puts
        xor     eax, eax
        pop     rbx
        ret
