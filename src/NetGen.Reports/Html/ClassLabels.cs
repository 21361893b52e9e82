using System.Globalization;

namespace NetGen.Reports;

/// <summary>The names of classes; their numbers where none are given.</summary>
/// <param name="names">A name for each class, or none at all.</param>
internal sealed class ClassLabels(IReadOnlyList<string> names)
{
    /// <summary>The name of a class.</summary>
    public string this[int index] => index < 0 ? "none"
        : index < names.Count ? names[index] : index.ToString(CultureInfo.InvariantCulture);

    /// <summary>Requires a name for each class, or none.</summary>
    /// <exception cref="ArgumentException">There are names, and not one for each class.</exception>
    public void Require(int classes, string network, string argument)
    {
        if (names.Count > 0 && classes == 0)
        {
            throw new ArgumentException(
                $"There are {names.Count} names of classes, and the loss of {network} compares with numbers; expected none.", argument);
        }

        if (names.Count > 0 && names.Count != classes)
        {
            throw new ArgumentException(
                $"There are {names.Count} names of classes, and {network} tells {classes} classes apart; expected a name for each.",
                argument);
        }
    }
}
