        global  _start

        section .data
line:   times 63 db 'x'
        db      10
length: equ     $ - line

        section .text
_start: mov     ebx, 16384
.next:  mov     eax, 1                  ; write
        mov     edi, 1                  ; stdout
        lea     rsi, [rel line]
        mov     edx, length
        syscall
        dec     ebx
        jnz     .next
        mov     eax, 60                 ; exit
        xor     edi, edi
        syscall
