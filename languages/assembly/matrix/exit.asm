        global  _start

        section .data
text:   db      "leaving", 10
length: equ     $ - text

        section .text
_start: mov     eax, 1                  ; write
        mov     edi, 1                  ; stdout
        lea     rsi, [rel text]
        mov     edx, length
        syscall
        mov     eax, 60                 ; exit
        mov     edi, 3
        syscall
