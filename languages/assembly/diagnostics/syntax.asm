        global  _start

        section .text
_start: mov     eax, [rdx +
        movv    eax, 60
        mov     al, 1000
        syscall
