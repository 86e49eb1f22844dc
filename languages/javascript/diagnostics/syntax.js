const numbers = [1, 2, 3];
	const half = (n) => n / ;
