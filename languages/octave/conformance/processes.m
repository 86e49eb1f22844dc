[status, text] = system("echo from a shell; exit 4");
printf("%d %s", status, text);

try
  error("bugs:found", "caught");
catch problem
  printf("%s %s\n", problem.identifier, problem.message);
end_try_catch

fid = fopen("notes.txt", "w");
fprintf(fid, "kept\n");
fclose(fid);
printf("%s", fileread("notes.txt"));
disp(cellfun(@(w) numel(w), {"a", "bc"}));
disp(jsonencode(struct("a", [1 2])));
