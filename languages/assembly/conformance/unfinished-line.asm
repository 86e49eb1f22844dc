        global  main
        extern  printf, scanf

        section .data
prompt: db      "sum: ", 0
number: db      "%ld", 0

        section .bss
read:   resq    1

        section .text
main:   push    rbx
        xor     ebx, ebx
        lea     rdi, [rel prompt]
        xor     eax, eax
        call    printf
.next:  lea     rdi, [rel number]
        lea     rsi, [rel read]
        xor     eax, eax
        call    scanf
        cmp     eax, 1
        jne     .end
        add     rbx, [rel read]
        jmp     .next
.end:   lea     rdi, [rel number]
        mov     rsi, rbx
        xor     eax, eax
        call    printf
        xor     eax, eax
        pop     rbx
        ret
