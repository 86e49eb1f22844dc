class Index {
    static int last(int[] numbers) {
        return numbers[numbers.length];
    }

    public static void main(String[] args) {
        System.out.println(last(new int[] {1, 2, 3}));
    }
}
