/// <summary>
/// fc3, relu4, backward: product with the transposed matrix. 840 multiply-adds a sample.
/// Items are 64 columns of the result.
/// </summary>
public static void Fc3InputGradient(Workspace workspace, int begin, int end)
{
    ref float outputGradient = ref workspace.Activation(2208); // [batch, 10]
    ref float fc3_Weight = ref workspace.Parameter(65584); // [84, 10]
    ref float relu4Output = ref workspace.Activation(2096); // [batch, 84]
    ref float relu4Gradient = ref workspace.Activation(2224); // [batch, 84]
    Products.Transposed<S, V, ReluGradient<S, V>>(
        ref outputGradient, 16, ref fc3_Weight, 16, ref relu4Gradient, 96,
        depth: 10, panel: 10, columns: 96, weightRows: 84, 0, workspace.Samples, begin, end, new(ref relu4Output, 96));
}
