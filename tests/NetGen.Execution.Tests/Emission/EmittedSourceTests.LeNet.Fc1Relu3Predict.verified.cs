/// <summary>fc1, relu3: matrix product. 48000 multiply-adds a sample. Items are 64 columns of a sample.</summary>
public static void Fc1Relu3Predict(Workspace workspace, int begin, int end)
{
    ref float flatten1Moved = ref workspace.Activation(0); // [batch, 400]
    ref float fc1_Weight = ref workspace.Parameter(2640); // [400, 120]
    ref float fc1_Bias = ref workspace.Parameter(53840); // [120]
    ref float relu3Output = ref workspace.Activation(400); // [batch, 120]
    Products.PartsOfRows<S, V, Then<V, AddBias<S, V>, Relu<S, V>>>(
        ref flatten1Moved, 400, ref fc1_Weight, ref relu3Output, 128,
        depth: 400, panel: 100, columns: 128, parts: 2, rows: workspace.Samples, begin, end, new(new(ref fc1_Bias), default));
}
