using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using NetGen.Runtime;

namespace NetGen.Tests.Runtime;

public class VectorWidthTests
{
    [Fact]
    public void A_width_stated_for_a_thread_is_that_threads_alone()
    {
        int process = VectorWidth.Preferred;
        int seenByOther = 0;
        VectorWidth.StatedForThread = process == 4 ? 8 : 4;
        try
        {
            Assert.Equal(VectorWidth.StatedForThread, VectorWidth.Preferred);
            var other = new Thread(() => seenByOther = VectorWidth.Preferred);
            other.Start();
            other.Join();
        }
        finally
        {
            VectorWidth.StatedForThread = null;
        }

        Assert.Equal(process, seenByOther);
        Assert.Equal(process, VectorWidth.Preferred);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(0)]
    [InlineData(-1)]
    public void Another_number_than_a_width_is_refused(int stated)
    {
        VectorWidth.StatedForThread = stated;
        try
        {
            string message = Assert.Throws<InvalidOperationException>(() => VectorWidth.Preferred).Message;
            Assert.Equal($"NetGen.VectorWidth is {stated}; expected 16, 8, 4 or 1.", message);
        }
        finally
        {
            VectorWidth.StatedForThread = null;
        }
    }

    /// <summary>As a network of a generator with other widths would give them.</summary>
    [Fact]
    public void There_is_a_method_for_each_width()
    {
        int chosen = 0;
        Kernel[] kernels = [.. VectorWidth.All.Select(width => new Kernel((_, _, _) => chosen = width))];
        VectorWidth.Choose(kernels)(null!, 0, 0);
        Assert.Equal(VectorWidth.Preferred, chosen);
        Assert.Throws<ArgumentException>(() => VectorWidth.Choose(kernels[1..]));
    }

    [Fact]
    public void Only_the_preferred_width_is_asked_for_its_pass()
    {
        var asked = new List<int>();
        Func<Action<Workspace>?>[] passes =
        [
            .. VectorWidth.All.Select(width => new Func<Action<Workspace>?>(() =>
            {
                asked.Add(width);
                return static _ => { };
            })),
        ];
        Assert.NotNull(VectorWidth.Choose(passes));
        Assert.Equal([VectorWidth.Preferred], asked);
        Assert.Throws<ArgumentException>(() => VectorWidth.Choose(passes[1..]));
    }

    /// <summary>Only native code leaves widths out.</summary>
    [Fact]
    public void All_widths_are_compiled_where_there_is_a_JIT()
    {
        Assert.True(RuntimeFeature.IsDynamicCodeCompiled);
        Assert.All(VectorWidth.All, width => Assert.True(VectorWidth.IsCompiled(width)));
    }

    /// <summary>The numbers are asked for without the types, and so stand beside them.</summary>
    [Fact]
    public void All_widths_have_a_type_in_the_same_order()
    {
        var visited = new Visited([]);
        VectorWidth.Visit(ref visited);
        Assert.Equal(VectorWidth.All, visited.Lanes);
    }

    [Fact]
    public void The_widest_of_the_machine_is_preferred()
    {
        Assert.Equal(VectorWidth.All.First(VectorWidth.IsOfMachine), VectorWidth.Preferred);
        Assert.Equal(Avx512F.IsSupported || Vector512.IsHardwareAccelerated, VectorWidth.IsOfMachine(16));
        Assert.Equal(Vector256.IsHardwareAccelerated, VectorWidth.IsOfMachine(8));
        Assert.Equal(Vector128.IsHardwareAccelerated, VectorWidth.IsOfMachine(4));
        Assert.True(VectorWidth.IsOfMachine(1));
        Assert.False(VectorWidth.IsOfMachine(2));
    }

    private readonly struct Visited(List<int> lanes) : IWidthVisitor
    {
        public List<int> Lanes => lanes;

        public bool Visit<S, V>()
            where S : ISimd<V>
            where V : struct
        {
            lanes.Add(S.Lanes);
            return false;
        }
    }
}
