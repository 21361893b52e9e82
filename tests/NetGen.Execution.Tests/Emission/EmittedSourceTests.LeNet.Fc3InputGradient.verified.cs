public static void Fc3InputGradient(Workspace workspace, int begin, int end)
{
    ref float outputGradient = ref workspace.Activation(2192), fc3_Weight = ref workspace.Parameter(65584),
        relu4Output = ref workspace.Activation(2096), relu4Gradient = ref workspace.Activation(2224);
    Products.Transposed<S, V, ReluGradient<S, V>>(
        ref outputGradient, 16, ref fc3_Weight, 16, ref relu4Gradient, 96,
        depth: 10, panel: 10, columns: 96, weightRows: 84, 0, workspace.Samples, begin, end, new(ref relu4Output, 96));
}
