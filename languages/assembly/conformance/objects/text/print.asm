; print writes the text at rdi, which ends with a zero, to stdout.
        global  print

        section .text
print:  mov     rsi, rdi
        xor     edx, edx
.count: cmp     byte [rsi + rdx], 0
        je      .write
        inc     rdx
        jmp     .count
.write: mov     eax, 1                  ; write
        mov     edi, 1                  ; stdout
        syscall
        ret
