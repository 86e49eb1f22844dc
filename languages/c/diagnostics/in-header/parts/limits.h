static const int most = ;
