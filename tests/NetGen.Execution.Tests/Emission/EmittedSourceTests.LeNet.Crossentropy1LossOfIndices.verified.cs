public static void Crossentropy1LossOfIndices(Workspace workspace, int begin, int end)
{
    ref float prediction = ref workspace.Prediction, crossentropy1Sum = ref workspace.Activation(0),
        crossentropy1Output = ref workspace.PredictionGradient;
    SoftmaxCrossEntropy.OfIndices<S, V>(
        ref prediction, 16, workspace.Labels, ref crossentropy1Sum, ref crossentropy1Output,
        classes: 10, scale: 1f / global::System.Math.Max(workspace.LabelCount, 1f), begin, end);
}
