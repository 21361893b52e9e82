Console.WriteLine("NetGen");
