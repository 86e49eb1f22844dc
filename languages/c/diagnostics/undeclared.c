#include <stdio.h>

int main(void) {
	int unused;
	printf("%s\n", 3);
	return missing;
}
