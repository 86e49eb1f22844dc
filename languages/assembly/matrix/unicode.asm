        global  main
        extern  fgets, printf, stdin, strcspn

        section .bss
line:   resb    100

        section .data
format: db      "grüße, %s 世界 🐛", 10, 0
end:    db      10, 0

        section .text
main:   push    rbx
        lea     rbx, [rel line]
        mov     rdi, rbx
        mov     esi, 100
        mov     rdx, [stdin]
        call    fgets
        mov     rdi, rbx
        lea     rsi, [rel end]
        call    strcspn
        mov     byte [rbx + rax], 0     ; without the line's end
        lea     rdi, [rel format]
        mov     rsi, rbx
        xor     eax, eax                ; no floating-point arguments
        call    printf
        xor     eax, eax
        pop     rbx
        ret
