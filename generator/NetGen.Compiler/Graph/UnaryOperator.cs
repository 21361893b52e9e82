namespace NetGen.Compiler.Graph;

internal enum UnaryOperator { Negate, Exp, Log, Log1p, Tanh, Sigmoid, Erf, Sqrt, Abs }
