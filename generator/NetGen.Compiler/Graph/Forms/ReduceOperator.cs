namespace NetGen.Compiler.Graph;

internal enum ReduceOperator { Sum, Max }
