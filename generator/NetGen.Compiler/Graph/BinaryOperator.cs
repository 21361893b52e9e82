namespace NetGen.Compiler.Graph;

internal enum BinaryOperator { Add, Subtract, Multiply, Divide, Max, Min }
