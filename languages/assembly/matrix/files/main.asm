        global  _start

%include "deep/thought.inc"

        section .data
text:   db      "from a folder: ", '0' + ANSWER / 10, '0' + ANSWER % 10, 10
length: equ     $ - text

        section .text
_start: mov     eax, 1                  ; write
        mov     edi, 1                  ; stdout
        lea     rsi, [rel text]
        mov     edx, length
        syscall
        mov     eax, 60                 ; exit
        xor     edi, edi
        syscall
