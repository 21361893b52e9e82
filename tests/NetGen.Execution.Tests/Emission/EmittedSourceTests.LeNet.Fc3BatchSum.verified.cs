public static void Fc3BatchSum(Workspace workspace, int begin, int end)
{
    ref float outputGradient = ref workspace.Activation(2192), fc3Gradient = ref workspace.Gradient(66928);
    BatchSums.Sum<S, V, MatrixSource<S, V>, Unchanged<V>>(
        new(ref outputGradient, 16), ref fc3Gradient, workspace.Samples, elements: 16, row: 16, columns: 10, begin, end, default);
}
