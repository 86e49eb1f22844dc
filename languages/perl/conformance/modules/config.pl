'configured';
