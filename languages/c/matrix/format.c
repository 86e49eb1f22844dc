#include <stdio.h>
int square( int n ){return n*n;}

int main( void )
{
  const char* names[]={"one","two","three"};
  for(int i=0;i<3;i++) { printf("%s: %d\n",names[i],square(i+1)); }
      return 0;
}
