using NetGen.Compiler.Graph;
using NetGen.Compiler.Scheduling;

namespace NetGen.Compiler.Emission;

/// <summary>Prints pooling that stands alone, and the gradients of pooling: windows over [height, width, channels].</summary>
internal sealed class PoolEmitter
{
    private readonly KernelContext context;
    private readonly Dialect dialect;
    private readonly PoolAxis height;
    private readonly PoolAxis width;
    private readonly TensorShape window;
    private readonly TensorShape image;

    private PoolEmitter(KernelContext context, TensorShape window, TensorShape image, PoolAxis height, PoolAxis width)
    {
        this.context = context;
        this.window = window;
        this.image = image;
        this.height = height;
        this.width = width;
        dialect = Dialect.Vectors;
    }

    private CodeWriter Writer => context.Writer;

    public static void Emit(KernelContext context)
    {
        Tensor anchor = context.Group.Anchor!;
        TensorShape operand = anchor.Operands[0].Shape;
        switch (anchor)
        {
            case MaxPool pool:
                var max = new PoolEmitter(context, pool.Shape, operand, pool.Height, pool.Width);
                max.EmitWindows((y, x, c) => max.EmitMax(pool, y, x, c), clears: null);
                break;
            case AveragePool pool:
                var mean = new PoolEmitter(context, pool.Shape, operand, pool.Height, pool.Width);
                mean.EmitWindows((y, x, c) => mean.EmitMean(pool, y, x, c), clears: null);
                break;
            case MaxPoolGradient gradient:
                var scatter = new PoolEmitter(context, operand, gradient.Shape, gradient.Height, gradient.Width);
                scatter.EmitWindows((y, x, c) => scatter.EmitScatter(gradient, y, x, c), clears: gradient);
                break;
            case AveragePoolGradient gradient:
                var spread = new PoolEmitter(context, operand, gradient.Shape, gradient.Height, gradient.Width);
                spread.EmitWindows((y, x, c) => spread.EmitSpread(gradient, y, x, c), clears: gradient);
                break;
        }
    }

    private void EmitWindows(Action<string, string, string> body, Tensor? clears)
    {
        context.DeclareReferences();
        using (Writer.Open("for (int sample = begin; sample < end; sample++)"))
        {
            context.DeclareSampleReferences("sample");
            context.DeclareDropoutKeys("sample");
            if (clears is not null)
                Writer.Line(
                    $"Spans.CreateSpan(ref {context.Reference(clears)}, "
                    + $"{Literals.Integer(clears.Shape.SampleStride)}).Clear();");
            using (Writer.Open($"for (int y = 0; y < {Literals.Integer(height.Count)}; y++)"))
            using (Writer.Open($"for (int x = 0; x < {Literals.Integer(width.Count)}; x++)"))
            using (Writer.Open($"for (int c = 0; c < {Literals.Integer(window.PaddedInner)}; c += {Dialect.Step})"))
                body("y", "x", "c");
        }
    }

    private void EmitMax(MaxPool pool, string y, string x, string c)
    {
        bool wantsTap = context.Group.Members.Any(m => m is MaxPoolTap);
        Writer.Line($"{dialect.Type} max = {dialect.Constant(double.NegativeInfinity)};");
        if (wantsTap)
            Writer.Line($"{dialect.Type} tap = {dialect.Zero};");
        EmitTaps(y, x, (position, tap) =>
        {
            Writer.Line($"{dialect.Type} value = {dialect.Load(context.Reference(pool.Operands[0]), position + c)};");
            if (wantsTap)
                Writer.Line($"tap = {dialect.SelectGreaterOrNaN("value", "max", dialect.Create($"(float)({tap})"), "tap")};");
            Writer.Line($"max = {dialect.Max("max", "value")};");
        });
        var values = new Dictionary<Tensor, string> { [pool] = "max" };
        foreach (Tensor member in context.Group.Members.Where(m => m is MaxPoolTap))
            values[member] = "tap";
        Finish(y, x, c, values);
    }

    private void EmitMean(AveragePool pool, string y, string x, string c)
    {
        Writer.Line($"{dialect.Type} sum = {dialect.Zero};");
        var schedule = (PoolSchedule)context.Group.Schedule!;
        if (schedule.SumsInBlocks)
            Writer.Line("CascadeSum<S, V> sumOfBlocks = default;");
        EmitTaps(
            y,
            x,
            (position, _) =>
            {
                Writer.Line($"sum = {dialect.Add("sum", dialect.Load(context.Reference(pool.Operands[0]), position + c))};");
                if (schedule.Turns > 0)
                    using (Writer.Open($"if (kx % {schedule.Turns} == {schedule.Turns - 1})"))
                        EndBlock();
            },
            schedule.SumsInBlocks ? EndBlock : null);
        if (schedule.SumsInBlocks)
            Writer.Line($"sum = {dialect.Add("sumOfBlocks.Value", "sum")};");
        Writer.Line($"sum = {dialect.Multiply("sum", dialect.Create(Scale(pool.Divisor, y, x)))};");
        Finish(y, x, c, new Dictionary<Tensor, string> { [pool] = "sum" });
    }

    private void EndBlock()
    {
        Writer.Line("sumOfBlocks.Add(sum);");
        Writer.Line($"sum = {dialect.Zero};");
    }

    private void EmitScatter(MaxPoolGradient gradient, string y, string x, string c)
    {
        string image = context.Reference(gradient);
        Writer.Line($"{dialect.Type} gradient = {dialect.Load(context.Reference(gradient.Operands[0]), Window(y, x, c))};");
        Writer.Line($"{dialect.Type} tap = {dialect.Load(context.Reference(gradient.Operands[1]), Window(y, x, c))};");
        EmitTaps(y, x, (position, tap) =>
        {
            string part = Dialect.Equal("tap", dialect.Create($"(float)({tap})"), "gradient", dialect.Zero);
            Writer.Line(dialect.Store(dialect.Add(dialect.Load(image, position + c), part), image, position + c));
        });
    }

    private void EmitSpread(AveragePoolGradient gradient, string y, string x, string c)
    {
        string image = context.Reference(gradient);
        string load = dialect.Load(context.Reference(gradient.Operands[0]), Window(y, x, c));
        Writer.Line($"{dialect.Type} gradient = {dialect.Multiply(load, dialect.Create(Scale(gradient.Divisor, y, x)))};");
        EmitTaps(y, x, (position, _) =>
            Writer.Line(dialect.Store(dialect.Add(dialect.Load(image, position + c), "gradient"), image, position + c)));
    }

    /// <summary>Loops over a window's positions inside the image: the body gets the position and the number of the tap.</summary>
    private void EmitTaps(string y, string x, Action<IndexExpression, string> body, Action? endOfRow = null)
    {
        using (OpenAxis(height, y, "ky", "inputY"))
        {
            SkipOutside(height, "inputY");
            using (OpenAxis(width, x, "kx", "inputX"))
            {
                SkipOutside(width, "inputX");
                IndexExpression position = (IndexExpression)"inputY" * image.Stride(0) + (IndexExpression)"inputX" * image.Stride(1);
                body(position, $"ky * {Literals.Integer(width.Kernel)} + kx");
            }

            endOfRow?.Invoke();
        }
    }

    private CodeWriter.Block OpenAxis(PoolAxis axis, string window, string tap, string input)
    {
        CodeWriter.Block block;
        if (axis.IsAdaptive)
        {
            (string size, string count) = (Literals.Integer(axis.Size), Literals.Integer(axis.Count));
            block = Writer.Open(
                $"for (int {tap} = 0, {input} = {window} * {size} / {count}; {input} < (({window} + 1) * {size} + {count} - 1) / {count}; "
                + $"{tap}++, {input}++)");
            return block;
        }

        block = Writer.Open($"for (int {tap} = 0; {tap} < {Literals.Integer(axis.Kernel)}; {tap}++)");
        IndexExpression at = (IndexExpression)window * axis.Stride + (IndexExpression)tap * axis.Dilation + -axis.Padding;
        Writer.Line($"int {input} = {at};");
        return block;
    }

    private void SkipOutside(PoolAxis axis, string input)
    {
        bool low = !axis.IsAdaptive && axis.Padding > 0;
        bool high = !axis.IsAdaptive && axis.End(axis.Count - 1) > axis.Size;
        if (low || high)
        {
            string test = (low, high) switch
            {
                (true, true) => $"{input} < 0 || {input} >= {Literals.Integer(axis.Size)}",
                (true, false) => $"{input} < 0",
                _ => $"{input} >= {Literals.Integer(axis.Size)}",
            };
            Writer.Line($"if ({test})");
            Writer.Line("    continue;");
        }
    }

    private string Scale(AveragePoolDivisor divisor, string y, string x)
    {
        int[] distinct = [.. Enumerable.Range(0, height.Count)
            .SelectMany(row => Enumerable.Range(0, width.Count).Select(column => divisor.Of(height, width, row, column)))
            .Distinct()];
        return distinct.Length == 1
            ? Literals.Float(1.0 / distinct[0])
            : $"(1f / ({Extent(divisor, height, y)} * {Extent(divisor, width, x)}))";
    }

    private static string Extent(AveragePoolDivisor divisor, PoolAxis axis, string window)
    {
        if (axis.IsAdaptive)
        {
            (string size, string count) = (Literals.Integer(axis.Size), Literals.Integer(axis.Count));
            return $"((({window} + 1) * {size} + {count} - 1) / {count} - {window} * {size} / {count})";
        }

        (int before, int after) = divisor.CountIncludePad ? (axis.Padding, axis.PaddingAfter) : (0, 0);
        IndexExpression start = (IndexExpression)window * axis.Stride + -axis.Padding;
        IndexExpression end = start + (axis.Dilation * (axis.Kernel - 1)) + 1;
        return $"(global::System.Math.Min({end}, {Literals.Integer(axis.Size + after)}) - global::System.Math.Max({start}, {Literals.Integer(-before)}))";
    }

    private IndexExpression Window(string y, string x, string c) =>
        (IndexExpression)y * window.Stride(0) + (IndexExpression)x * window.Stride(1) + c;

    private void Finish(string y, string x, string c, IReadOnlyDictionary<Tensor, string> values) =>
        new Epilogue(context).Call((IndexExpression)y * width.Count + x, c, "sample", 0, values);
}
