public static void Flatten1Backward(Workspace workspace, int begin, int end)
{
    ref float linear1Gradient = ref workspace.Activation(40064), flatten1Gradient = ref workspace.Activation(30848);
    Copies.Strided(ref linear1Gradient, 9216, ref flatten1Gradient, 9216, begin, end, [new(144, 1, 64), new(64, 144, 1)]);
}
