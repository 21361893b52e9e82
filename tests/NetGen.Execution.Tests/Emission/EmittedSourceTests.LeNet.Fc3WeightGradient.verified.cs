public static void Fc3WeightGradient(Workspace workspace, int begin, int end)
{
    ref float relu4Output = ref workspace.Activation(2096), outputGradient = ref workspace.Activation(2192),
        fc3WeightGradient = ref workspace.Gradient(65584);
    WeightGradients.OfProduct<S, V>(
        ref relu4Output, 96, ref outputGradient, 16, ref fc3WeightGradient, 16,
        columns: 10, rows: workspace.Samples, begin, end);
}
