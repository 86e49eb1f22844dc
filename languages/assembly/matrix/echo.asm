        global  _start

        section .bss
buffer: resb    4096

        section .text
_start: xor     eax, eax                ; read
        xor     edi, edi                ; stdin
        lea     rsi, [rel buffer]
        mov     edx, 4096
        syscall
        test    rax, rax
        jle     .end
        mov     rdx, rax                ; as many bytes as were read
        mov     eax, 1                  ; write
        mov     edi, 1                  ; stdout
        lea     rsi, [rel buffer]
        syscall
        jmp     _start
.end:
        mov     eax, 60                 ; exit
        xor     edi, edi
        syscall
