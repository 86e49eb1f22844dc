        global  _start
        extern  print

        section .data
text:   db      "from another object", 10, 0

        section .text
_start: lea     rdi, [rel text]
        call    print
        mov     eax, 60                 ; exit
        xor     edi, edi
        syscall
