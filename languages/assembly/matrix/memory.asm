        global  main
        extern  malloc, memset

MIB:    equ     1024 * 1024

        section .text
main:   push    rbx
.more:  mov     edi, MIB
        call    malloc
        mov     rdi, rax
        mov     esi, 1
        mov     edx, MIB
        call    memset
        jmp     .more
