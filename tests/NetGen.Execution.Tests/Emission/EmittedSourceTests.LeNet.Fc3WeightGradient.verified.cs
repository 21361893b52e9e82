/// <summary>fc3, backward: gradient of the weight. 840 multiply-adds a sample. Items are rows of the weight.</summary>
public static void Fc3WeightGradient(Workspace workspace, int begin, int end)
{
    ref float relu4Output = ref workspace.Activation(2096); // [batch, 84]
    ref float outputGradient = ref workspace.Activation(2208); // [batch, 10]
    ref float fc3WeightGradient = ref workspace.Gradient(65584); // [84, 10]
    WeightGradients.OfProduct<S, V>(
        ref relu4Output, 96, ref outputGradient, 16, ref fc3WeightGradient, 16,
        columns: 10, rows: workspace.Samples, begin, end);
}
