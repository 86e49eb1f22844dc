class Main {
    private final int answer = 42;

    void main(String[] args) {
        System.out.println(answer + args.length);
    }
}
