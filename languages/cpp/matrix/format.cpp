#include <vector>
#include <iostream>
class Counter
{
public:
  void add( int n ){total_+=n;}
  int total() const { return total_; }
private:
  int total_=0;
};

int main( )
{
  std::vector<int> numbers={1,2,3};
  Counter counter;
  for(const int &n:numbers) { counter.add( n ) ; }
      std::cout<<counter.total()<<'\n';
}
