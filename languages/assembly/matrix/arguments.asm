        global  main
        extern  puts

        section .text
main:   push    rbx
        lea     rbx, [rsi + 8]          ; the address of argv[1]
.next:  mov     rdi, [rbx]
        test    rdi, rdi
        jz      .end
        call    puts
        add     rbx, 8
        jmp     .next
.end:   xor     eax, eax
        pop     rbx
        ret
