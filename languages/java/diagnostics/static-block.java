class StaticBlock {
    static final int ZERO = 0;
    static final int BAD = 1 / ZERO;

    public static void main(String[] args) {
        System.out.println(BAD);
    }
}
