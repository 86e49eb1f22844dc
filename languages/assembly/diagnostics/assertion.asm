; The processor knows nothing of lines. A failed assertion, as in C, does.
        global  main
        extern  puts, __assert_fail

        section .data
before: db      "before", 0
claim:  db      "argc > 1", 0
file:   db      __?FILE?__, 0
name:   db      "main", 0

        section .text
main:   push    rbx
        mov     ebx, edi
        lea     rdi, [rel before]
        call    puts
        lea     rdi, [rel claim]
        lea     rsi, [rel file]
        lea     rcx, [rel name]
        mov     edx, __?LINE?__
        cmp     ebx, 1
        jg      .holds
        call    __assert_fail
.holds: xor     eax, eax
        pop     rbx
        ret
