using NetGen.Compiler.Layers;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Tests.Shapes;

public class ConvTranspose2dTests
{
    /// <summary>PyTorch's weight is [in, out / groups, height, width]. Its bounds come from all axes but the first: 1 / √(3 · 6).</summary>
    [Fact]
    public void Parameters_have_PyTorchs_shapes_and_bounds()
    {
        TransposedAxis height = new(new WindowAxis(2, 1, 0), 0);
        TransposedAxis width = new(new WindowAxis(3, 1, 0), 0);
        var layer = new ConvTranspose2d(6, height, width, Groups: 2, Bias: true, In: null);

        IReadOnlyList<ParameterDeclaration> declared = layer.Declare(Shape.Image(8, 5, 5));

        Assert.Equal(["weight", "bias"], declared.Select(parameter => parameter.Name));
        Assert.Equal([8, 3, 2, 3], declared[0].Shape);
        Assert.Equal([6], declared[1].Shape);
        Assert.All(declared, parameter => Assert.Equal(Initialization.Uniform(1 / Math.Sqrt(18)), parameter.Initialization));
    }
}
