record R0(int a, String b) {
    Runnable shown() { return () -> System.out.println(a + b + 0); }
}

record R1(int a, String b) {
    Runnable shown() { return () -> System.out.println(a + b + 1); }
}

record R2(int a, String b) {
    Runnable shown() { return () -> System.out.println(a + b + 2); }
}

record R3(int a, String b) {
    Runnable shown() { return () -> System.out.println(a + b + 3); }
}

record R4(int a, String b) {
    Runnable shown() { return () -> System.out.println(a + b + 4); }
}

record R5(int a, String b) {
    Runnable shown() { return () -> System.out.println(a + b + 5); }
}

record R6(int a, String b) {
    Runnable shown() { return () -> System.out.println(a + b + 6); }
}

record R7(int a, String b) {
    Runnable shown() { return () -> System.out.println(a + b + 7); }
}

record R8(int a, String b) {
    Runnable shown() { return () -> System.out.println(a + b + 8); }
}

record R9(int a, String b) {
    Runnable shown() { return () -> System.out.println(a + b + 9); }
}

record R10(int a, String b) {
    Runnable shown() { return () -> System.out.println(a + b + 10); }
}

record R11(int a, String b) {
    Runnable shown() { return () -> System.out.println(a + b + 11); }
}

record R12(int a, String b) {
    Runnable shown() { return () -> System.out.println(a + b + 12); }
}

record R13(int a, String b) {
    Runnable shown() { return () -> System.out.println(a + b + 13); }
}

record R14(int a, String b) {
    Runnable shown() { return () -> System.out.println(a + b + 14); }
}

record R15(int a, String b) {
    Runnable shown() { return () -> System.out.println(a + b + 15); }
}

record R16(int a, String b) {
    Runnable shown() { return () -> System.out.println(a + b + 16); }
}

record R17(int a, String b) {
    Runnable shown() { return () -> System.out.println(a + b + 17); }
}

record R18(int a, String b) {
    Runnable shown() { return () -> System.out.println(a + b + 18); }
}

record R19(int a, String b) {
    Runnable shown() { return () -> System.out.println(a + b + 19); }
}

record R20(int a, String b) {
    Runnable shown() { return () -> System.out.println(a + b + 20); }
}

record R21(int a, String b) {
    Runnable shown() { return () -> System.out.println(a + b + 21); }
}

record R22(int a, String b) {
    Runnable shown() { return () -> System.out.println(a + b + 22); }
}

record R23(int a, String b) {
    Runnable shown() { return () -> System.out.println(a + b + 23); }
}

record R24(int a, String b) {
    Runnable shown() { return () -> System.out.println(a + b + 24); }
}

record R25(int a, String b) {
    Runnable shown() { return () -> System.out.println(a + b + 25); }
}

record R26(int a, String b) {
    Runnable shown() { return () -> System.out.println(a + b + 26); }
}

record R27(int a, String b) {
    Runnable shown() { return () -> System.out.println(a + b + 27); }
}

record R28(int a, String b) {
    Runnable shown() { return () -> System.out.println(a + b + 28); }
}

record R29(int a, String b) {
    Runnable shown() { return () -> System.out.println(a + b + 29); }
}

record R30(int a, String b) {
    Runnable shown() { return () -> System.out.println(a + b + 30); }
}

record R31(int a, String b) {
    Runnable shown() { return () -> System.out.println(a + b + 31); }
}

record R32(int a, String b) {
    Runnable shown() { return () -> System.out.println(a + b + 32); }
}

record R33(int a, String b) {
    Runnable shown() { return () -> System.out.println(a + b + 33); }
}

record R34(int a, String b) {
    Runnable shown() { return () -> System.out.println(a + b + 34); }
}

record R35(int a, String b) {
    Runnable shown() { return () -> System.out.println(a + b + 35); }
}

record R36(int a, String b) {
    Runnable shown() { return () -> System.out.println(a + b + 36); }
}

record R37(int a, String b) {
    Runnable shown() { return () -> System.out.println(a + b + 37); }
}

record R38(int a, String b) {
    Runnable shown() { return () -> System.out.println(a + b + 38); }
}

record R39(int a, String b) {
    Runnable shown() { return () -> System.out.println(a + b + 39); }
}

record R40(int a, String b) {
    Runnable shown() { return () -> System.out.println(a + b + 40); }
}

record R41(int a, String b) {
    Runnable shown() { return () -> System.out.println(a + b + 41); }
}

record R42(int a, String b) {
    Runnable shown() { return () -> System.out.println(a + b + 42); }
}

record R43(int a, String b) {
    Runnable shown() { return () -> System.out.println(a + b + 43); }
}

record R44(int a, String b) {
    Runnable shown() { return () -> System.out.println(a + b + 44); }
}

record R45(int a, String b) {
    Runnable shown() { return () -> System.out.println(a + b + 45); }
}

record R46(int a, String b) {
    Runnable shown() { return () -> System.out.println(a + b + 46); }
}

record R47(int a, String b) {
    Runnable shown() { return () -> System.out.println(a + b + 47); }
}

record R48(int a, String b) {
    Runnable shown() { return () -> System.out.println(a + b + 48); }
}

record R49(int a, String b) {
    Runnable shown() { return () -> System.out.println(a + b + 49); }
}

record R50(int a, String b) {
    Runnable shown() { return () -> System.out.println(a + b + 50); }
}

record R51(int a, String b) {
    Runnable shown() { return () -> System.out.println(a + b + 51); }
}

record R52(int a, String b) {
    Runnable shown() { return () -> System.out.println(a + b + 52); }
}

record R53(int a, String b) {
    Runnable shown() { return () -> System.out.println(a + b + 53); }
}

record R54(int a, String b) {
    Runnable shown() { return () -> System.out.println(a + b + 54); }
}

record R55(int a, String b) {
    Runnable shown() { return () -> System.out.println(a + b + 55); }
}

record R56(int a, String b) {
    Runnable shown() { return () -> System.out.println(a + b + 56); }
}

record R57(int a, String b) {
    Runnable shown() { return () -> System.out.println(a + b + 57); }
}

record R58(int a, String b) {
    Runnable shown() { return () -> System.out.println(a + b + 58); }
}

record R59(int a, String b) {
    Runnable shown() { return () -> System.out.println(a + b + 59); }
}

public class Main {
    public static void main(String[] args) {
        new R0(0, "x").shown().run();
        new R1(1, "x").shown().run();
        new R2(2, "x").shown().run();
        new R3(3, "x").shown().run();
        new R4(4, "x").shown().run();
        new R5(5, "x").shown().run();
        new R6(6, "x").shown().run();
        new R7(7, "x").shown().run();
        new R8(8, "x").shown().run();
        new R9(9, "x").shown().run();
        new R10(10, "x").shown().run();
        new R11(11, "x").shown().run();
        new R12(12, "x").shown().run();
        new R13(13, "x").shown().run();
        new R14(14, "x").shown().run();
        new R15(15, "x").shown().run();
        new R16(16, "x").shown().run();
        new R17(17, "x").shown().run();
        new R18(18, "x").shown().run();
        new R19(19, "x").shown().run();
        new R20(20, "x").shown().run();
        new R21(21, "x").shown().run();
        new R22(22, "x").shown().run();
        new R23(23, "x").shown().run();
        new R24(24, "x").shown().run();
        new R25(25, "x").shown().run();
        new R26(26, "x").shown().run();
        new R27(27, "x").shown().run();
        new R28(28, "x").shown().run();
        new R29(29, "x").shown().run();
        new R30(30, "x").shown().run();
        new R31(31, "x").shown().run();
        new R32(32, "x").shown().run();
        new R33(33, "x").shown().run();
        new R34(34, "x").shown().run();
        new R35(35, "x").shown().run();
        new R36(36, "x").shown().run();
        new R37(37, "x").shown().run();
        new R38(38, "x").shown().run();
        new R39(39, "x").shown().run();
        new R40(40, "x").shown().run();
        new R41(41, "x").shown().run();
        new R42(42, "x").shown().run();
        new R43(43, "x").shown().run();
        new R44(44, "x").shown().run();
        new R45(45, "x").shown().run();
        new R46(46, "x").shown().run();
        new R47(47, "x").shown().run();
        new R48(48, "x").shown().run();
        new R49(49, "x").shown().run();
        new R50(50, "x").shown().run();
        new R51(51, "x").shown().run();
        new R52(52, "x").shown().run();
        new R53(53, "x").shown().run();
        new R54(54, "x").shown().run();
        new R55(55, "x").shown().run();
        new R56(56, "x").shown().run();
        new R57(57, "x").shown().run();
        new R58(58, "x").shown().run();
        new R59(59, "x").shown().run();
    }
}
