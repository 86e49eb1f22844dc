; Adds four pairs of numbers at once, and takes a square root in floating point.
        global  main
        extern  printf

        section .data
        align   16
left:   dd      1, 2, 3, 4
right:  dd      10, 20, 30, 40
two:    dq      2.0
ints:   db      "%d %d %d %d", 10, 0
real:   db      "%.6f", 10, 0

        section .bss
        alignb  16
sums:   resd    4

        section .text
main:   push    rbx
        movdqa  xmm0, [rel left]
        paddd   xmm0, [rel right]
        movdqa  [rel sums], xmm0
        lea     rdi, [rel ints]
        mov     esi, [rel sums]
        mov     edx, [rel sums + 4]
        mov     ecx, [rel sums + 8]
        mov     r8d, [rel sums + 12]
        xor     eax, eax
        call    printf
        lea     rdi, [rel real]
        sqrtsd  xmm0, [rel two]
        mov     eax, 1                  ; one floating-point argument
        call    printf
        xor     eax, eax
        pop     rbx
        ret
