public static void Crossentropy1LossOfIndices_2(Workspace workspace, int begin, int end)
{
    ref float crossentropy1Moved = ref workspace.Activation(16), crossentropy1Sum = ref workspace.Activation(32),
        crossentropy1Output = ref workspace.Activation(48);
    SoftmaxCrossEntropy.OfIndices<S, V>(
        ref crossentropy1Moved, 16, workspace.Labels, ref crossentropy1Sum, ref crossentropy1Output,
        classes: 10, scale: 1f / global::System.Math.Max(workspace.LabelCount, 1f), begin, end);
}
