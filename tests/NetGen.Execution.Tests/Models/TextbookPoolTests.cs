using NetGen.Execution.Tests.Compilation;
using NetGen.Runtime;

namespace NetGen.Execution.Tests.Models;

/// <summary>The textbook's max-pool: 2×2 windows over a 4×4 image, and where their gradients go.</summary>
public class TextbookPoolTests
{
    [Theory, MemberData(nameof(VectorWidths.Data), MemberType = typeof(VectorWidths))]
    public void Maxima_come_out_and_their_gradients_go_back_to_them(int lanes)
    {
        Network network = ModelSources.Create("TextbookPool", lanes);
        float[] image = [12, 20, 30, 0, 8, 12, 2, 0, 34, 70, 37, 4, 112, 100, 25, 12];

        PassResult result =
            new TrainingPass(network, 1, Workers.Single, lossOfIndices: false).Run(new PassInput(1, image, [1, 2, 3, 4], null, null));

        Assert.Equal([20, 30, 112, 37], network.Predict(image));
        Assert.Equal([20, 30, 112, 37], result.Output);
        Assert.Equal([0, 1, 2, 0, 0, 0, 0, 0, 0, 0, 4, 0, 3, 0, 0, 0], result.InputGradient!);
    }
}
