public static void Fc1Relu3Predict(Workspace workspace, int begin, int end)
{
    ref float flatten1Moved = ref workspace.Activation(0), fc1_Weight = ref workspace.Parameter(2640),
        fc1_Bias = ref workspace.Parameter(53840), relu3Output = ref workspace.Activation(400);
    Products.PartsOfRows<S, V, AddBiasRelu<S, V>>(
        ref flatten1Moved, 400, ref fc1_Weight, ref relu3Output, 128,
        depth: 400, panel: 100, columns: 128, parts: 2, rows: workspace.Samples, begin, end, new(ref fc1_Bias));
}
