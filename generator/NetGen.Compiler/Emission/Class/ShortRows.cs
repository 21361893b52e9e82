using NetGen.Compiler.Fusion;

namespace NetGen.Compiler.Emission;

/// <summary>
/// Prints which width the methods run at whose rows the widest vectors do not divide. All others run at the width of their pass.
/// </summary>
internal static class ShortRows
{
    private const string Class = nameof(ShortRows);

    /// <summary>How a pass names the method of a group.</summary>
    public static string Method(FusedGroup group)
    {
        VectorWidth widest = Widest(group);
        return widest == VectorWidth.Widest ? group.Name
            : widest.Lanes == 1 ? $"{widest.Class}.{group.Name}"
            : $"{Class}.{group.Name}";
    }

    /// <summary>The fields that hold such methods; nothing where there is none.</summary>
    public static void Emit(CodeWriter writer, IEnumerable<FusedGroup> groups)
    {
        FusedGroup[] listed = [.. groups.Where(group => Widest(group) is { Lanes: > 1 } widest && widest != VectorWidth.Widest)];
        if (listed.Length == 0)
            return;
        writer.Line();
        writer.Line("/// <summary>Methods whose rows the widest vectors do not divide, each at the widest that does.</summary>");
        using (writer.Open($"private static class {Class}"))
            foreach (FusedGroup group in listed)
                writer.Line(
                    $"public static readonly Kernel {group.Name} = VectorWidth.Choose("
                    + string.Join(
                        ", ", VectorWidth.All.Select(width => $"{width.Dividing(KernelForm.Of(group).Columns).Class}.{group.Name}"))
                    + ");");
    }

    private static VectorWidth Widest(FusedGroup group) => VectorWidth.Widest.Dividing(KernelForm.Of(group).Columns);
}
