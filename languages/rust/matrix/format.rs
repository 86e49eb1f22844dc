use std::env ;
fn main( ){
  let count=env::args( ).count();
    if count>1 {println!("{}",count-1);}
  else { println!( "none" )
  }
}
