System.Console.WriteLine("cgt");
