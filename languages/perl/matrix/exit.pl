use v5.40;

say 'leaving';
exit 3;
