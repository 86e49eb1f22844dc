        global  main
        extern  printf, getchar
main:   push    rbx                     ; the stack is then at a multiple of 16
        call    getchar                 ; the input's first byte, or -1
        mov     esi, eax
        lea     rdi, [rel format]
        xor     eax, eax                ; no floating-point arguments
        call    printf
        xor     eax, eax
        pop     rbx
        ret
format: db      "The input begins with byte %d.", 10, 0
