disp("Hello World");
