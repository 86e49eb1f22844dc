        global  _start

        section .data
hello:  db      "Hello World", 10
length: equ     $ - hello

        section .text
_start: mov     eax, 1                  ; write
        mov     edi, 1                  ; stdout
        lea     rsi, [rel hello]
        mov     edx, length
        syscall
        mov     eax, 60                 ; exit
        xor     edi, edi
        syscall
