# expect: crash notebook.cell
# needs: jupyter-nbconvert
printf '{"cells": [{"cell_type": "code", "execution_count": null, "metadata": {}, "outputs": [], "source": ["1/0"]}], "metadata": {"kernelspec": {"name": "python3", "display_name": "p", "language": "python"}}, "nbformat": 4, "nbformat_minor": 4}\n' >shop.ipynb
jupyter-nbconvert --to notebook --execute shop.ipynb
