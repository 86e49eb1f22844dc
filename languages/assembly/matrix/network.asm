        global  _start

        section .data
server: dw      2                       ; AF_INET
        db      0, 80                   ; the port
        db      192, 0, 2, 1            ; the address
        dq      0
yes:    db      "connected", 10
yes_length: equ $ - yes
no:     db      "no network", 10
no_length: equ  $ - no

        section .text
_start: mov     eax, 41                 ; socket
        mov     edi, 2                  ; AF_INET
        mov     esi, 1                  ; SOCK_STREAM
        xor     edx, edx
        syscall
        mov     edi, eax
        mov     eax, 42                 ; connect
        lea     rsi, [rel server]
        mov     edx, 16
        syscall
        test    eax, eax
        jnz     .failed
        lea     rsi, [rel yes]
        mov     edx, yes_length
        jmp     .say
.failed:
        lea     rsi, [rel no]
        mov     edx, no_length
.say:   mov     eax, 1                  ; write
        mov     edi, 1                  ; stdout
        syscall
        mov     eax, 60                 ; exit
        xor     edi, edi
        syscall
