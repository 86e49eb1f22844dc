A = [4 1; 2 3];
x = A \ [1; 2]
disp(sort(eig(A))');
disp(norm(A * inv(A) - eye(2)) < 1e-12);
disp(abs(fft([1 0 0 0])));
disp(polyfit(1:3, [1 4 9], 2)(1) - 1 < 1e-9);
[q, r] = qr(A);
disp(norm(q * r - A) < 1e-12);
disp(interp1([1 2], [10 20], 1.5));
s = sparse([1 2], [1 2], [3 4]);
disp(full(sum(s(:))));
word = "naïve";
disp(numel(unicode2native(word)));
